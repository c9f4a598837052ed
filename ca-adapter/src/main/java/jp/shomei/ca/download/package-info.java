/** The download desk: who may pass, and what is handed out. */
@NullMarked
package jp.shomei.ca.download;

import org.jspecify.annotations.NullMarked;
