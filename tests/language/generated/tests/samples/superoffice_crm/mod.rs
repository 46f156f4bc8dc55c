mod delete_chat_session;
mod get_contact_image;
mod list_appointments;
mod patch_relation;
mod update_chat_topic_user_agents;
