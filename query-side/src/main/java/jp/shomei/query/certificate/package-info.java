/** Answers where a certificate stands, and what its history is. */
@NullMarked
package jp.shomei.query.certificate;

import org.jspecify.annotations.NullMarked;
