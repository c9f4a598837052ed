/** Certificates over HTTP: applying, looking up, deciding, downloading. */
@NullMarked
package jp.shomei.http.certificate;

import org.jspecify.annotations.NullMarked;
