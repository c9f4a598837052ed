package jp.shomei.contracts.certificate;

/**
 * Asks for certificates' status by OCSP (RFC 6960). Always answered with an {@link OcspAnswerView}, also if the request
 * cannot be read: the answer says so.
 *
 * @param request OCSPRequest in DER
 */
public record AnswerOcspRequest(byte[] request) {}
