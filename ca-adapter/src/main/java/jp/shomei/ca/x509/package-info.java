/** What X.509 needs everywhere: names, times, key identifiers, digests, PEM. */
@NullMarked
package jp.shomei.ca.x509;

import org.jspecify.annotations.NullMarked;
