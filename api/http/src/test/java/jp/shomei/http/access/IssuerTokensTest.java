package jp.shomei.http.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import jp.shomei.contracts.projection.ListProjections;
import jp.shomei.contracts.projection.ProjectionViews;
import jp.shomei.http.OtherRooms;
import jp.shomei.http.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

class IssuerTokensTest {
    private static HttpServer issuer;
    private static ECKey key;
    private static ConfigurableApplicationContext application;
    private static String address;

    @BeforeAll
    static void startAnIssuerAndARoomThatTrustsIt() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + issuer.getAddress().getPort();
        issuer.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                        {"issuer":"%1$s","jwks_uri":"%1$s/keys","subject_types_supported":["public"],
                         "response_types_supported":["code"],
                         "id_token_signing_alg_values_supported":["ES256"]}""".formatted(address)));
        issuer.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        issuer.start();
        application = new SpringApplicationBuilder(TestApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--shomei.oidc.issuer=" + address,
                        "--shomei.oidc.audience=shomei");
    }

    @AfterAll
    static void stop() {
        application.close();
        issuer.stop(0);
    }

    @BeforeEach
    void expectAQuery() {
        application.getBean(OtherRooms.class).on(ListProjections.class, query -> new ProjectionViews(List.of()));
    }

    @Test
    void letsARoleOfTheIssuerThrough() throws Exception {
        ask(token(claims())).expectStatus().isOk();
    }

    @Test
    void refusesOtherRolesAndUnknownOnes() throws Exception {
        ask(token(claims().claim("roles", List.of("auditor", "root"))))
                .expectStatus()
                .isForbidden();
        ask(token(claims().claim("roles", "operator"))).expectStatus().isForbidden();
        ask(token(claims().claim("roles", null))).expectStatus().isForbidden();
    }

    @Test
    void refusesATokenOfAnotherIssuerAudienceOrTime() throws Exception {
        ask(token(claims().issuer("http://elsewhere.example"))).expectStatus().isUnauthorized();
        ask(token(claims().audience("another-service"))).expectStatus().isUnauthorized();
        ask(token(claims().expirationTime(Date.from(Instant.now().minusSeconds(3600)))))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void refusesATokenSignedBySomebodyElse() throws Exception {
        ECKey another = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        ask(token(claims(), another)).expectStatus().isUnauthorized();
    }

    @Test
    void knowsTheSystemsOwnTokensNoLonger() {
        ask(TestApplication.token(Role.OPERATOR)).expectStatus().isUnauthorized();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(address)
                .audience("shomei")
                .subject("somebody")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("roles", List.of("operator"));
    }

    private static String token(JWTClaimsSet.Builder claims) throws JOSEException {
        return token(claims, key);
    }

    private static String token(JWTClaimsSet.Builder claims, ECKey signer) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(signer.getKeyID())
                        .build(),
                claims.build());
        token.sign(new ECDSASigner(signer));
        return token.serialize();
    }

    private static WebTestClient.ResponseSpec ask(String token) {
        String port = application.getEnvironment().getProperty("local.server.port");
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build()
                .get()
                .uri("/api/v1/projections")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
