//! Answers as servers send them.

/// A message as 99digital stored it.
pub const MESSAGE: &str = r#"{"id":40611,"content":"Your parcel is \"on its way\".\nThank you!","inbox_id":3,"conversation_id":3456,"message_type":1,"content_type":"text","status":"sent","content_attributes":{},"created_at":1714557600,"private":false,"source_id":"wamid.HBgLMzE2MTIzNDU2Nzg","sender":{"id":7,"name":"Jan de Vries","available_name":"Jan","email":"jan@example.nl","avatar_url":"https://example.nl/avatars/7.png","logo_user_url":"https://example.nl/logos/7.png","type":"user","availability_status":"online","thumbnail":"https://example.nl/thumbnails/7.png"},"created_at_exact":"2024-05-01T10:00:00.000Z"}"#;

/// A message of a chat as `SuperOffice` stored it.
pub const CHAT_MESSAGE: &str = r#"{"ChatMessageId":568,"ChatSessionId":571,"Type":"ToCustomer","Message":"Your parcel is on its way.","Author":"Jan de Vries","ReadByCustomer":1,"SpecialType":"None","SpecialParam":"","WhenPosted":"2024-05-01T10:00:00.0543344+02:00"}"#;
