/** Where anybody finds what the authority publishes: revocation lists, issuers, the OCSP responder. */
@NullMarked
package jp.shomei.ca.publication;

import org.jspecify.annotations.NullMarked;
