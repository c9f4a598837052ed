/** The key ceremony: making the offline root, and requesting, signing and installing issuing certificates. */
@NullMarked
package jp.shomei.ca.ceremony;

import org.jspecify.annotations.NullMarked;
