/** The filed registration of a hospital, clinic, pharmacy, station, agent, health-check body or insurer. */
@NullMarked
package jp.shomei.contracts.institution;

import org.jspecify.annotations.NullMarked;
