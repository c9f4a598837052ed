package jp.shomei.ca.ceremony;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import jp.shomei.ca.authority.AuthorityFile;
import jp.shomei.ca.authority.IssuingKeys;
import jp.shomei.ca.secret.SecretDirectory;

/** Finds the authority's directory in a data directory. */
final class AuthorityPlace {

    private static final String BELOW_DATA = "authority";

    private AuthorityPlace() {}

    static SecretDirectory open(Path data) {
        Path place = data.resolve(BELOW_DATA);
        if (SecretDirectory.isAbsent(place)) {
            throw new CeremonyRefused(
                    "there is no authority in " + data + "; say the system's data directory with --data");
        }
        return checked(SecretDirectory.open(place));
    }

    static SecretDirectory openOrMake(Path data, SecureRandom random) {
        if (Files.exists(data.resolve(AuthorityFile.ROOT.fileName()))) {
            throw new CeremonyRefused(data + " is the root's directory, not a system's data directory");
        }
        Path place = data.resolve(BELOW_DATA);
        return SecretDirectory.isAbsent(place)
                ? IssuingKeys.makeDirectory(place, random)
                : checked(SecretDirectory.open(place));
    }

    private static SecretDirectory checked(SecretDirectory directory) {
        if (!directory.holds(AuthorityFile.ESCROW_KEY.fileName())) {
            throw new CeremonyRefused(directory.locate("") + " is not a system's authority: "
                    + AuthorityFile.ESCROW_KEY.fileName() + " is missing");
        }
        return directory;
    }
}
