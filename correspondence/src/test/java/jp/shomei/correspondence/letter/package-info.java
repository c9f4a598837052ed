@NullMarked
package jp.shomei.correspondence.letter;

import org.jspecify.annotations.NullMarked;
