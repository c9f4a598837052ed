package jp.shomei.ca.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The certificate profiles there are. No two have the same kind and size of key, so a key tells its profile. */
public final class CertificateProfiles {

    private static final String RESOURCE = "certificate-profiles.json";

    private final List<CertificateProfile> profiles;

    /** These profiles and no others. */
    public CertificateProfiles(List<CertificateProfile> profiles) {
        this.profiles = List.copyOf(profiles);
        long kinds = profiles.stream()
                .map(profile -> profile.keyAlgorithm() + "-" + profile.keySize())
                .distinct()
                .count();
        if (profiles.isEmpty() || kinds != profiles.size()) {
            throw new IllegalArgumentException("each kind and size of key needs one certificate profile");
        }
    }

    /** The profiles that come with the product. */
    public static CertificateProfiles load() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream data =
                Objects.requireNonNull(CertificateProfiles.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new CertificateProfiles(mapper.readValue(data, new TypeReference<List<CertificateProfile>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every profile. */
    public List<CertificateProfile> all() {
        return profiles;
    }

    /**
     * The profile of this name.
     *
     * @throws IllegalArgumentException naming the profiles there are, if it is none of them
     */
    public CertificateProfile named(String name) {
        return profiles.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no certificate profile " + name + ", only "
                        + profiles.stream().map(CertificateProfile::name).collect(Collectors.joining(", "))));
    }

    /** The profile that a key fits, if there is one. */
    public Optional<CertificateProfile> of(SubjectPublicKeyInfo key) {
        return profiles.stream().filter(profile -> profile.fits(key)).findFirst();
    }
}
