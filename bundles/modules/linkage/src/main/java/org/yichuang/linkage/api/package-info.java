/** Signed, receipted messages between centres: their form, their keys, and what operators can do about them. */
@Version("3.3.0")
package org.yichuang.linkage.api;

import org.osgi.annotation.versioning.Version;
