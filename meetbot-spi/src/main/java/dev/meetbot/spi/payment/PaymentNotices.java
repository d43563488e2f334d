package dev.meetbot.spi.payment;

/** Reads what a payment service posts. Thread-safe; does no I/O. */
public interface PaymentNotices {
  /** A short name of the service, for example {@code stripe}; ledger entries begin with it. */
  String service();

  /**
   * Checks who wrote the notice, and reads it.
   *
   * @param body exactly as it was received
   * @param signature the header of the service that signs the body
   * @throws RefusedNoticeException when it is not certain that the service wrote it just now, or
   *     when it cannot be read
   */
  PaymentNotice read(byte[] body, String signature) throws RefusedNoticeException;
}
