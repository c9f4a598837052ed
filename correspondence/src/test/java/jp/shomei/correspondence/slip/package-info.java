@NullMarked
package jp.shomei.correspondence.slip;

import org.jspecify.annotations.NullMarked;
