/** Signed, receipted messages between centres: their form, their keys, and what operators can do about them. */
package org.yichuang.linkage.api;
