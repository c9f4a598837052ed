/** Reference IDs (リファレンスID): derived, never stored. */
@NullMarked
package jp.shomei.ca.reference;

import org.jspecify.annotations.NullMarked;
