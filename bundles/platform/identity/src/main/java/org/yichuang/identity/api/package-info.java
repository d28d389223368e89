/** Accounts, roles, sign-in, tokens. */
package org.yichuang.identity.api;
