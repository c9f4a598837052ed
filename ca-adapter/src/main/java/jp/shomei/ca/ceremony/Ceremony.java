package jp.shomei.ca.ceremony;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import jp.shomei.ca.authority.AuthorityUnusable;
import jp.shomei.ca.authority.SigningFailed;
import jp.shomei.ca.secret.SecretUnusable;
import jp.shomei.ca.token.TokenRefused;
import jp.shomei.ca.token.TokenUnavailable;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The commands of a key ceremony. The root is made on a machine without a network, where it stays; an issuing key is made
 * where it is used. Between the two travel a request and a certificate, and neither is secret.
 */
@Command(
        name = "ceremony",
        description = "Makes the authority's keys and certificates.",
        synopsisSubcommandLabel = "COMMAND")
public final class Ceremony {

    private static final int REFUSED = 1;

    private final Clock clock;
    private final SecureRandom random;
    private final PrintWriter out;
    private final PrintWriter err;

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, description = "Lists the options.")
    private boolean help;

    /**
     * @param clock tells the first day of what is made, unless the command says another
     * @param out for what was done
     * @param err for what is wrong
     */
    public Ceremony(Clock clock, SecureRandom random, PrintWriter out, PrintWriter err) {
        this.clock = clock;
        this.random = random;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs one command.
     *
     * @return 0 if it is done, 1 if it could not be done, 2 if it was not understood
     */
    public int run(String... arguments) {
        return new CommandLine(this)
                .addSubcommand(new MakeRoot(clock, random, out))
                .addSubcommand(new RequestIssuing(clock, random, out))
                .addSubcommand(new SignIssuing(clock, random, out))
                .addSubcommand(new InstallIssuing(random, out))
                .addSubcommand(new ShowAuthority(out))
                .registerConverter(AuthorityAlgorithm.class, Ceremony::algorithm)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, result) -> tell(failure))
                .execute(arguments);
    }

    private int tell(Exception failure) throws Exception {
        boolean expected = failure instanceof CeremonyRefused
                || failure instanceof AuthorityUnusable
                || failure instanceof SecretUnusable
                || failure instanceof SigningFailed
                || failure instanceof TokenRefused
                || failure instanceof TokenUnavailable
                || failure instanceof UncheckedIOException;
        if (!expected) {
            throw failure;
        }
        err.println("Not done: " + failure.getMessage());
        err.flush();
        return REFUSED;
    }

    private static AuthorityAlgorithm algorithm(String text) {
        for (AuthorityAlgorithm algorithm : AuthorityAlgorithm.values()) {
            if (algorithm.toString().equals(text)) {
                return algorithm;
            }
        }
        throw new CommandLine.TypeConversionException(
                "there is no algorithm " + text + ", only rsa-3072, ec-p384 and ml-dsa-65");
    }
}
