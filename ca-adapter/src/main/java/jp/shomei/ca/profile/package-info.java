/** What a certificate may look like, as data. */
@NullMarked
package jp.shomei.ca.profile;

import org.jspecify.annotations.NullMarked;
