/** Hardware tokens (PKCS#11): keys that sign and never leave. */
@NullMarked
package jp.shomei.ca.token;

import org.jspecify.annotations.NullMarked;
