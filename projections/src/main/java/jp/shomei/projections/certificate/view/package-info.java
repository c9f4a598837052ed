/** The documents behind the status-lookup table, and the fold that makes them. */
@NullMarked
package jp.shomei.projections.certificate.view;

import org.jspecify.annotations.NullMarked;
