package jp.shomei.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import jp.shomei.benchmarks.Comparison.Target;
import jp.shomei.contracts.certificate.AnswerOcspRequest;
import jp.shomei.contracts.certificate.OcspAnswerView;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/** Answers by OCSP: those that are kept, and those that must be signed. */
final class OcspBenchmark implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final int NONCES = 20_000;
    private static final int THREADS = 2;

    @Override
    public String name() {
        return "ocsp";
    }

    @Override
    public List<String> tools() {
        return List.of("wrk", "openssl");
    }

    @Override
    public void run(Scale scale, Table table) throws Exception {
        try (Program program = Program.start(
                scale.scratch().resolve("data"), List.of(StaticBody.Setting.class), "--shomei.key-pool=0")) {
            OcspRequests requests = OcspRequests.ofOneHolder(program);
            byte[] answer = program.ask(new AnswerOcspRequest(requests.plain()), OcspAnswerView.class)
                    .response();
            program.bean(StaticBody.class).is(answer);
            String kept = path(requests.plain());
            List<String> fresh = new ArrayList<>();
            for (int nonce = 0; nonce < NONCES; nonce++) {
                fresh.add(path(requests.withNonce()));
            }
            Load load = new Load(scale.scratch(), program, scale);
            new Comparison(
                            "OCSP answers that are kept",
                            "a static body of " + answer.length + " bytes, same server",
                            "1/s",
                            Target.atLeast(0.8))
                    .measure(scale, table, () -> load.rate(List.of(kept)), () -> load.rate(List.of("/static-body")));
            Signing signing = Signing.asOf(answer);
            new Comparison(
                            "OCSP answers with a nonce",
                            "signatures with such a key, " + THREADS + " threads",
                            "1/s",
                            null)
                    .measure(scale, table, () -> load.rate(fresh), () -> signatures(signing, answer, scale));
            openSsl(scale, table, load, fresh);
        }
    }

    private static void openSsl(Scale scale, Table table, Load load, List<String> fresh) throws Exception {
        try (OpenSslResponder openssl = OpenSslResponder.start(scale.scratch().resolve("openssl"))) {
            new Comparison("OCSP answers with a nonce", "openssl ocsp, RSA-3072, one client", "1/s", null)
                    .measure(
                            scale,
                            table,
                            () -> load.rate(fresh),
                            () -> Rate.during(
                                    scale.span(),
                                    1,
                                    thread -> openssl.ask(openssl.requests().withNonce())));
        }
    }

    private static double signatures(Signing signing, byte[] content, Scale scale) throws Exception {
        return Rate.during(scale.span(), THREADS, thread -> {
            Signature signature = Signature.getInstance(signing.algorithm());
            signature.initSign(signing.key());
            signature.update(content);
            signature.sign();
        });
    }

    /** A key as that with which an answer was signed, and how it was used. */
    private record Signing(PrivateKey key, String algorithm) {

        static Signing asOf(byte[] answer) throws Exception {
            BasicOCSPResp signed = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
            PublicKey signer = new JcaX509CertificateConverter()
                    .getCertificate(signed.getCerts()[0])
                    .getPublicKey();
            KeyPairGenerator generator = KeyPairGenerator.getInstance(signer.getAlgorithm());
            switch (signer) {
                case RSAPublicKey rsa -> generator.initialize(rsa.getModulus().bitLength());
                case ECPublicKey ec -> generator.initialize(ec.getParams());
                default -> throw new IllegalStateException("no such key: " + signer.getAlgorithm());
            }
            return new Signing(
                    generator.generateKeyPair().getPrivate(),
                    new DefaultSignatureNameFinder().getAlgorithmName(signed.getSignatureAlgorithmID()));
        }
    }

    private static String path(byte[] request) {
        return "/ocsp/" + URLEncoder.encode(Base64.getEncoder().encodeToString(request), StandardCharsets.US_ASCII);
    }

    private record Load(Path scratch, Program program, Scale scale) {

        double rate(List<String> paths) throws Exception {
            return Wrk.get(scratch, program.address(), paths, null, CONNECTIONS, scale.span())
                    .rate();
        }
    }
}
