package org.yichuang.fees.internal.domain;

/**
 * A receipt (缴款凭据), or what reverses one (冲红).
 *
 * @param code 票据代码, 8 digits
 * @param number 票据号码, 10 digits, without gaps within the code
 * @param check 校验码, 6 characters
 */
public record Receipt(String code, String number, String check) {}
