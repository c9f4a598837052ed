/** Small checks, one clause each, between the bytes to be signed and the issuing key. */
@NullMarked
package jp.shomei.ca.lint;

import org.jspecify.annotations.NullMarked;
