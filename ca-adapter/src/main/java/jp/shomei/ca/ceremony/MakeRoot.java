package jp.shomei.ca.ceremony;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import jp.shomei.ca.authority.AuthorityNames;
import jp.shomei.ca.authority.RootKey;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.contracts.time.JapanTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the root, on a machine that no network reaches. */
@Command(name = "root", description = "Offline: makes the root's key and certificate in a directory of its own.")
final class MakeRoot implements Runnable {

    private final Clock clock;
    private final SecureRandom random;
    private final PrintWriter out;

    @Option(names = "--directory", required = true, description = "Where nothing is yet.")
    private Path directory = Path.of("");

    @Option(names = "--algorithm", defaultValue = "rsa-3072", description = "rsa-3072, ec-p384 or ml-dsa-65.")
    private AuthorityAlgorithm algorithm = AuthorityAlgorithm.RSA_3072;

    @Option(names = "--organization", defaultValue = AuthorityNames.ORGANIZATION, description = "O in its name.")
    private String organization = "";

    @Option(names = "--years", defaultValue = "" + AuthorityNames.ROOT_YEARS, description = "How long it is valid.")
    private int years;

    @Option(names = "--from", description = "First day of validity, such as 2021-03-10; today if left out.")
    private @Nullable LocalDate from;

    MakeRoot(Clock clock, SecureRandom random, PrintWriter out) {
        this.clock = clock;
        this.random = random;
        this.out = out;
    }

    @Override
    public void run() {
        Years.require(years);
        LocalDate first = from == null ? JapanTime.today(clock) : from;
        RootKey root = RootKey.make(directory, AuthorityNames.root(organization), algorithm, first, years, random);
        Said.certificate(out, "The root is made.", root.certificate());
        out.println("Keep " + directory + " and its password off every network, and in two places.");
        out.flush();
    }
}
