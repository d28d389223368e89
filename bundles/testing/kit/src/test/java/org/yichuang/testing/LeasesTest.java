package org.yichuang.testing;

/** The journal keeps the contract. */
public class LeasesTest extends LeasesContract {}
