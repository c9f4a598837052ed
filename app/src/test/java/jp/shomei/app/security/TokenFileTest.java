package jp.shomei.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import jp.shomei.app.start.StartRefused;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenFileTest {

    @TempDir
    Path scratch;

    @Test
    void theFirstStartMakesOneTokenForEachRoleThatOnlyTheOwnerCanRead() throws IOException {
        Map<Role, String> hashes = hashes();
        JsonNode tokens = tokens();
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder(
                        "officer", "mailroom", "billing", "auditor", "operator", "monitor", "institution");
        hashes.forEach((role, hash) -> assertThat(
                        TokenHash.matches(tokens.get(role.title()).asString(), hash))
                .isTrue());
        for (String file : new String[] {"tokens.json", "hashes.json"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void noTokenIsKeptOutsideTheFileForTheOwner() throws IOException {
        hashes();
        String kept = Files.readString(scratch.resolve("hashes.json"));
        tokens().valueStream().forEach(token -> assertThat(kept).doesNotContain(token.asString()));
    }

    @Test
    void laterStartsKeepTheTokensThoughTheOwnerTookTheFileAway() throws IOException {
        Map<Role, String> first = hashes();
        Files.delete(scratch.resolve("tokens.json"));
        assertThat(hashes()).isEqualTo(first);
        assertThat(scratch.resolve("tokens.json")).doesNotExist();
    }

    @Test
    void aReleaseWithAnotherRoleAddsItsTokenAndKeepsTheOthers() throws IOException {
        Map<Role, String> first = hashes();
        JsonMapper json = JsonMapper.builder().build();
        Path kept = scratch.resolve("hashes.json");
        Map<?, ?> earlier = json.readValue(Files.readAllBytes(kept), Map.class);
        earlier.remove("monitor");
        Files.write(kept, json.writeValueAsBytes(earlier));
        String operator = tokens().get("operator").asString();

        Map<Role, String> later = hashes();

        assertThat(later.get(Role.OPERATOR)).isEqualTo(first.get(Role.OPERATOR));
        assertThat(later.get(Role.MONITOR)).isNotEqualTo(first.get(Role.MONITOR));
        assertThat(tokens().get("operator").asString()).isEqualTo(operator);
        assertThat(TokenHash.matches(tokens().get("monitor").asString(), later.get(Role.MONITOR)))
                .isTrue();
    }

    @Test
    void aKilledFirstStartMakesNewTokens() throws IOException {
        hashes();
        String before = Files.readString(scratch.resolve("tokens.json"));
        Files.delete(scratch.resolve("hashes.json"));
        hashes();
        assertThat(Files.readString(scratch.resolve("tokens.json"))).isNotEqualTo(before);
    }

    @Test
    void brokenHashesAreToldAndNotReplaced() throws IOException {
        Files.writeString(scratch.resolve("hashes.json"), "{");
        assertThatThrownBy(this::hashes).isInstanceOf(StartRefused.class).hasMessageContaining("hashes.json");
    }

    private Map<Role, String> hashes() {
        return TokenFile.hashes(scratch.resolve("tokens.json"), scratch.resolve("hashes.json"));
    }

    private JsonNode tokens() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readAllBytes(scratch.resolve("tokens.json")));
    }
}
