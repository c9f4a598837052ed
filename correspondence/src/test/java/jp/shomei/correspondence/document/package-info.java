@NullMarked
package jp.shomei.correspondence.document;

import org.jspecify.annotations.NullMarked;
