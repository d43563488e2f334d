package dev.meetbot.jaxrs.idempotency;

import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps answers with a body before the first byte of them is sent. */
public final class AnswerInterceptor implements WriterInterceptor {
  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!(context.getProperty(Running.PROPERTY) instanceof Running running)) {
      context.proceed();
      return;
    }
    OutputStream client = context.getOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    context.setOutputStream(body);
    try {
      context.proceed();
    } catch (IOException | RuntimeException e) {
      running.abandon();
      throw e;
    } finally {
      context.setOutputStream(client);
    }
    running.complete(context.getHeaders(), body.toByteArray());
    body.writeTo(client);
  }
}
