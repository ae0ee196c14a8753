package io.daybook.saga.process;

import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;

/// A process as it is stored.
///
/// @param associations those that it has beside its key
record StoredProcess<S>(S saga, Set<AssociationValue> associations) {}
