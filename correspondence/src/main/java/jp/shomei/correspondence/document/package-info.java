/** Documents on paper and on the screen: how they are laid out, drawn and kept. */
@NullMarked
package jp.shomei.correspondence.document;

import org.jspecify.annotations.NullMarked;
