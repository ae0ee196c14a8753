-- The read models. Every one of them can be emptied and built again from the events.
--
-- `version` is the sequence number of the last event of the entity's own stream that a row has seen:
-- an event that is delivered twice changes nothing the second time. Times are those of the business,
-- as the events tell them. Names are compared by code point, so that every server sorts alike.
CREATE SCHEMA projection;
