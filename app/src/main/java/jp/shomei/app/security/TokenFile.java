package jp.shomei.app.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.shomei.app.start.StartRefused;
import jp.shomei.http.access.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the bearer tokens of the embedded mode: at the first start one for each role, and one for each role that a later
 * release adds, written to {@code tokens.json} for the owner to hand out. The system itself keeps and reads their hashes alone, so the file may be taken away.
 */
final class TokenFile {

    private static final int TOKEN_BYTES = 32;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TokenFile() {}

    /** The hash of every token, by role; the tokens are made if there are none. */
    static Map<Role, String> hashes(Path tokens, Path hashes) {
        try {
            Map<String, String> read = Files.exists(hashes) ? read(hashes) : new LinkedHashMap<>();
            List<Role> missing = missing(read);
            if (!missing.isEmpty()) {
                make(missing, tokens, hashes, read);
            }
            Map<Role, String> byRole = new LinkedHashMap<>();
            read.forEach((role, hash) -> byRole.put(Role.valueOf(role.toUpperCase(Locale.ROOT)), hash));
            return Map.copyOf(byRole);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new StartRefused("The token hashes in " + hashes
                    + " cannot be read. Restore the file, or remove it to have new tokens made.");
        }
    }

    /** Roles that a token can make somebody be and that have none: all at the first start, new ones after an update. */
    private static List<Role> missing(Map<String, String> hashes) {
        return Arrays.stream(Role.values())
                .filter(Role::isByToken)
                .filter(role -> !hashes.containsKey(role.title()))
                .toList();
    }

    private static Map<String, String> read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), new TypeReference<LinkedHashMap<String, String>>() {});
    }

    private static void make(List<Role> roles, Path tokens, Path hashes, Map<String, String> hashed)
            throws IOException {
        SecureRandom random = new SecureRandom();
        boolean added = !hashed.isEmpty() && Files.exists(tokens);
        Map<String, String> made = added ? read(tokens) : new LinkedHashMap<>();
        for (Role role : roles) {
            byte[] secret = new byte[TOKEN_BYTES];
            random.nextBytes(secret);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            made.put(role.title(), token);
            hashed.put(role.title(), TokenHash.of(token));
        }
        // the hashes last: a start that is killed in between makes new tokens
        PrivateFile.write(tokens, JSON.writeValueAsBytes(made));
        PrivateFile.write(hashes, JSON.writeValueAsBytes(hashed));
    }
}
