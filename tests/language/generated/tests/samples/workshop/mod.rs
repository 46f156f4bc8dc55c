mod create_order;
mod find_parts;
mod list_orders;
mod send_invoice;
mod take_stock;
