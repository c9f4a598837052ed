package jp.shomei.http.json;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.shomei.contracts.time.FindClock;
import jp.shomei.http.HttpTest;
import jp.shomei.http.Samples;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class AcceptedTypesTest extends HttpTest {
    @Test
    void answersInUtf8WhateverCharsetIsWishedFor() {
        others.on(FindClock.class, query -> Samples.clock(Instant.parse("2021-03-10T00:00:00Z")));

        for (String charset : List.of("utf-8", "utf-16", "UTF-16BE", "us-ascii", "iso-8859-1", "\"windows-31j\"")) {
            accept("application/json;charset=" + charset)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Content-Type", "application/json")
                    .expectBody()
                    .json("{\"today\":\"2021-03-10\"}");
        }
    }

    @Test
    void refusesMoreTypesThanAnybodyNeeds() {
        String many = IntStream.range(0, 60).mapToObj(i -> "text/x" + i).collect(Collectors.joining(","));

        accept(many)
                .expectStatus()
                .isEqualTo(406)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("NOT_ACCEPTABLE");
    }

    private WebTestClient.ResponseSpec accept(String types) {
        return as(Role.OFFICER)
                .get()
                .uri("/api/v1/clock")
                .header("Accept", types)
                .exchange();
    }
}
