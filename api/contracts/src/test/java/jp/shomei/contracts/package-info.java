@NullMarked
package jp.shomei.contracts;

import org.jspecify.annotations.NullMarked;
