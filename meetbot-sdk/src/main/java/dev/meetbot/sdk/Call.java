package dev.meetbot.sdk;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One call of a method, over all its attempts.
 *
 * @param request asked for anew by each attempt, so that a download can go on where it stopped
 * @param body what becomes of an answer's body
 * @param whole whether the timeout is for the whole answer, or for its head alone
 * @param read makes the result of the last answer, whatever its status, or throws
 */
record Call<T>(
    Supplier<HttpRequest> request,
    BodyHandler<Payload> body,
    boolean whole,
    Function<HttpResponse<Payload>, T> read) {}
