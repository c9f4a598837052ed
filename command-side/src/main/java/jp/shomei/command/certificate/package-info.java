/** Decides about certificates: application, screening, approval, signing, download. */
@NullMarked
package jp.shomei.command.certificate;

import org.jspecify.annotations.NullMarked;
