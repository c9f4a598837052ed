/** The letters (電子証明書発行通知書), and the archives in which the forwarding agent gets them. */
@NullMarked
package jp.shomei.correspondence.letter;

import org.jspecify.annotations.NullMarked;
