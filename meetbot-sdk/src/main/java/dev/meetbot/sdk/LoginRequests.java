package dev.meetbot.sdk;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Function;

/** The two requests of a device login, which go out without a key. */
record LoginRequests(String baseUrl) {
  private static final String PATH = "/api/v1/cli-auth/";

  Call<LoginBegun> begin(String clientName, Answers answers) {
    HttpRequest request =
        to("init")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(Map.of("clientName", clientName))))
            .build();
    return whole(request, answer -> LoginBegun.of(answers.success(answer).text()));
  }

  Call<LoginAnswer> poll(String nonce, Answers answers) {
    HttpRequest request = to("poll/" + Wire.segment(nonce)).POST(BodyPublishers.noBody()).build();
    return whole(request, answer -> LoginAnswer.of(answer, answers));
  }

  private static <T> Call<T> whole(HttpRequest request, Function<HttpResponse<Payload>, T> read) {
    return new Call<>(() -> request, Payload.whole(), true, read);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + PATH + path))
        .header("Accept", "application/json")
        .header("User-Agent", "meetbot-sdk-java");
  }
}
