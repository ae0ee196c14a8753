/// The Merkle log: what was appended is sealed batch by batch, and every later change of it is found. Public are
/// verification, proofs and keys; the writer's side (`MerkleLog`, `StoreHead`, `SealRow`) is for the engine alone.
@NullMarked
@PublicApi
package io.daybook.eventstore.audit;

import io.daybook.eventstore.PublicApi;
import org.jspecify.annotations.NullMarked;
