/** The authority's own keys and certificates. */
@NullMarked
package jp.shomei.ca.authority;

import org.jspecify.annotations.NullMarked;
