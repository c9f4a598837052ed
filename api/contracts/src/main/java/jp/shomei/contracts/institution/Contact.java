package jp.shomei.contracts.institution;

import org.jspecify.annotations.Nullable;

/**
 * The one place of personal data in events: a department or person (担当部署/担当者), or a founder (開設者).
 *
 * @param name the department or person
 * @param phone half-width digits
 * @param email none for a founder
 */
public record Contact(String name, String phone, @Nullable String email) {}
