/** The register of what was issued and what of it is revoked, and what follows from a revocation. */
@NullMarked
package jp.shomei.ca.status;

import org.jspecify.annotations.NullMarked;
