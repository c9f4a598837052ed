package jp.shomei.contracts.certificate;

import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Screening found something: an officer must look, and the application waits.
 *
 * @param requestId the certificate
 * @param findings what was found, at least one
 */
@Revision("1")
public record ApplicationReferred(String requestId, List<Finding> findings) implements CertificateEvent {}
