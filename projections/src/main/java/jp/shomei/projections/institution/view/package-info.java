/** The documents of the filed registrations, and the fold that makes them. */
@NullMarked
package jp.shomei.projections.institution.view;

import org.jspecify.annotations.NullMarked;
