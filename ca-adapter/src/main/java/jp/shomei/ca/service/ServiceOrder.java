package jp.shomei.ca.service;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import jp.shomei.ca.profile.ServiceProfile;

/**
 * A certificate that a service wants.
 *
 * @param service which service
 * @param issuer the issuing certificate whose key is to sign
 * @param key the service's public key
 * @param hosts names or IP addresses of the host, for a server; empty for others
 */
public record ServiceOrder(ServiceProfile service, X509Certificate issuer, PublicKey key, List<String> hosts) {

    public ServiceOrder {
        hosts = List.copyOf(hosts);
    }
}
